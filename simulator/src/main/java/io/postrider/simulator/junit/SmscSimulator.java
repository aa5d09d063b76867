package io.postrider.simulator.junit;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Inherited;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Gives parameters of type {@link io.postrider.simulator.Smsc} or {@link io.postrider.simulator.Simulator} a simulator on free
 * ports. On a class, its tests share one, which is reset before each of them; on a method, the test has its own; on a parameter,
 * so has the parameter. The nearest annotation counts, and it counts whole.
 */
@Documented
@Inherited
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.TYPE, ElementType.METHOD, ElementType.PARAMETER})
@ExtendWith(SimulatorExtension.class)
public @interface SmscSimulator {
    /** Behaviour with a name, such as {@code kind} or {@code throttling}; empty behaves as usual. */
    String preset() default "";

    /** Of everything that looks like chance. */
    long seed() default 1;

    /** The system_id that may bind. */
    String account() default "postrider";

    /** Its password, at most 8 characters. */
    String password() default "simulate";

    /**
     * A scenario on the class path, found as {@link Class#getResource} of the test class finds it; empty for none. It says itself
     * how the simulator behaves, so there can be no preset, seed or times besides.
     */
    String scenario() default "";

    /** Milliseconds until a submit is answered; -1 leaves it as it is. */
    long latency() default -1;

    /** Milliseconds from the answer to the receipt; -1 leaves it as it is. */
    long receiptDelay() default -1;
}
