/** The noun sender: a configured gateway with its caller ID, speed and limits. */
@NullMarked
package io.postrider.sender;

import org.jspecify.annotations.NullMarked;
