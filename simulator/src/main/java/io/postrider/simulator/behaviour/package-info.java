/** How the operator and its subscribers behave: plain data that is read from JSON or YAML and written back as JSON. */
@NullMarked
package io.postrider.simulator.behaviour;

import org.jspecify.annotations.NullMarked;
