package io.postrider.simulator.junit;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/** Gives each test that has a parameter of type {@link Simulator} one of its own, on free ports. */
public final class SimulatorExtension implements ParameterResolver {
    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        return parameter.getParameter().getType() == Simulator.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
                .simulator();
    }

    private record Running(Simulator simulator) implements AutoCloseable {
        static Running start() {
            var simulator = new Simulator(SimulatorSettings.onFreePorts());
            return new Running(
                    simulator.start().toCompletionStage().toCompletableFuture().join());
        }

        @Override
        public void close() {
            simulator.stop().toCompletionStage().toCompletableFuture().join();
        }
    }
}
