package io.postrider.plugin.api;

import org.pf4j.ExtensionPoint;

/** A way to reach people. A pure function: no state, no input or output, callable from any thread. */
public interface Channel extends ExtensionPoint {
    /** Stable lower-case name that resources refer to, such as {@code sms}. */
    String name();

    /** Turns a rendered text into what a gateway can carry, or says why it cannot. */
    Composition compose(String text);
}
