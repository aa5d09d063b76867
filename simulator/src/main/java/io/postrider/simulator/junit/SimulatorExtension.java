package io.postrider.simulator.junit;

import io.postrider.simulator.Simulator;
import io.postrider.simulator.SimulatorSettings;
import io.postrider.simulator.Smsc;
import io.postrider.simulator.scenario.Presets;
import java.lang.reflect.Method;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * Gives tests a simulator on free ports, as a parameter of type {@link Smsc} or {@link Simulator}. With {@code @ExtendWith} each
 * test has one of its own, unless an {@link SmscSimulator} says otherwise. A static field with {@code @RegisterExtension} starts
 * one for the class, which is reset before each test; a field of the instance starts one for each test.
 */
public final class SimulatorExtension implements ParameterResolver, BeforeAllCallback, BeforeEachCallback {
    private static final Namespace NAMESPACE = Namespace.create(SimulatorExtension.class);

    private static final String REGISTERED = "by a field";
    private static final String DECLARED = "by an annotation";

    private final @Nullable Supplier<Smsc> starter;
    private volatile @Nullable Smsc current;

    /** For {@code @ExtendWith}. */
    public SimulatorExtension() {
        this(null);
    }

    private SimulatorExtension(@Nullable Supplier<Smsc> starter) {
        this.starter = starter;
    }

    /** For {@code @RegisterExtension}: a simulator that is started with these settings. */
    public static SimulatorExtension with(SimulatorSettings settings) {
        return new SimulatorExtension(() -> Smsc.start(settings));
    }

    /** For {@code @RegisterExtension}: a simulator that behaves as the preset with this name. */
    public static SimulatorExtension preset(String name) {
        Presets.of(name);
        return new SimulatorExtension(() -> Smsc.start(name));
    }

    /** The simulator of a field with {@code @RegisterExtension}, while a test runs. */
    public Smsc smsc() {
        return Objects.requireNonNull(current, "no test runs that this extension is registered for");
    }

    /** Its port of SMPP. */
    public int smppPort() {
        return smsc().smppPort();
    }

    /** Its port of the page and the REST interface. */
    public int httpPort() {
        return smsc().httpPort();
    }

    @Override
    public void beforeAll(ExtensionContext tests) {
        Supplier<Smsc> own = starter;
        if (own == null) {
            note(tests, DECLARED);
        } else {
            register(tests, own);
        }
    }

    @Override
    public void beforeEach(ExtensionContext test) {
        resetShared(test);
        Supplier<Smsc> own = starter;
        if (own == null) {
            note(test, DECLARED);
        } else {
            register(test, own);
        }
    }

    private void register(ExtensionContext test, Supplier<Smsc> own) {
        current = running(test, this, own);
        note(test, REGISTERED);
    }

    private static void note(ExtensionContext test, String what) {
        test.getStore(NAMESPACE).put(what, true);
    }

    private static boolean isNoted(ExtensionContext test, String what) {
        return test.getStore(NAMESPACE).get(what) != null;
    }

    /** Resets what was started for the classes around this test. */
    private static void resetShared(ExtensionContext test) {
        for (ExtensionContext around = test; around != null; around = parent(around)) {
            Shared shared = around.getStore(NAMESPACE).get(Shared.key(around), Shared.class);
            if (shared != null) {
                shared.all().forEach(Smsc::reset);
            }
        }
    }

    private static @Nullable ExtensionContext parent(ExtensionContext context) {
        return context.getParent().orElse(null);
    }

    /** What was started for one class. Each class has its own list, or a nested one would leave behind what has ended. */
    private record Shared(List<Smsc> all) {
        static String key(ExtensionContext tests) {
            return "shared by " + tests.getUniqueId();
        }
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext test) {
        Class<?> type = parameter.getParameter().getType();
        if (type != Smsc.class && type != Simulator.class) {
            return false;
        }
        // JUnit wants one who feels responsible: the annotation for what is annotated, the field for the rest
        boolean annotated = parameter.isAnnotated(SmscSimulator.class);
        return starter == null ? annotated || !isNoted(test, REGISTERED) : !annotated || !isNoted(test, DECLARED);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext test) {
        Smsc smsc = smsc(parameter, test);
        return parameter.getParameter().getType() == Smsc.class ? smsc : smsc.simulator();
    }

    private Smsc smsc(ParameterContext parameter, ExtensionContext test) {
        SmscSimulator wish = parameter.findAnnotation(SmscSimulator.class).orElse(null);
        if (wish != null) {
            return running(test, parameter.getParameter(), starter(wish, test));
        }
        Supplier<Smsc> own = starter;
        if (own != null) {
            return running(test, this, own);
        }
        Method method = test.getTestMethod().orElse(null);
        wish = AnnotationSupport.findAnnotation(method, SmscSimulator.class).orElse(null);
        if (method != null && wish != null) {
            return running(test, method, starter(wish, test));
        }
        for (ExtensionContext around = test; around != null; around = parent(around)) {
            wish = isOfClass(around) ? wish(around) : null;
            if (wish != null) {
                return running(around, "of " + around.getUniqueId(), starter(wish, around));
            }
        }
        return running(test, SimulatorExtension.class, () -> Smsc.start(SimulatorSettings.onFreePorts()));
    }

    private static Supplier<Smsc> starter(SmscSimulator wish, ExtensionContext test) {
        var wished = new Wish(wish, test.getRequiredTestClass());
        return wished::start;
    }

    private static @Nullable SmscSimulator wish(ExtensionContext tests) {
        return tests.getTestClass()
                .flatMap(type -> AnnotationSupport.findAnnotation(type, SmscSimulator.class))
                .orElse(null);
    }

    private static boolean isOfClass(ExtensionContext context) {
        return context.getTestMethod().isEmpty();
    }

    private static Smsc running(ExtensionContext test, Object key, Supplier<Smsc> start) {
        return test.getStore(NAMESPACE)
                .getOrComputeIfAbsent(key, absent -> new Running(start(test, start)), Running.class)
                .smsc();
    }

    private static Smsc start(ExtensionContext test, Supplier<Smsc> start) {
        Smsc smsc = start.get();
        if (isOfClass(test)) {
            test.getStore(NAMESPACE)
                    .getOrComputeIfAbsent(
                            Shared.key(test), absent -> new Shared(new CopyOnWriteArrayList<>()), Shared.class)
                    .all()
                    .add(smsc);
        }
        return smsc;
    }

    /** Ends with the test or the class it was started for, also with versions of JUnit before 5.13, which know the second way only. */
    @SuppressWarnings("deprecation")
    private record Running(Smsc smsc) implements AutoCloseable, ExtensionContext.Store.CloseableResource {
        @Override
        public void close() {
            smsc.close();
        }
    }
}
