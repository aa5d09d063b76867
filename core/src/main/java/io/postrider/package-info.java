/** The Postrider server. */
@NullMarked
package io.postrider;

import org.jspecify.annotations.NullMarked;
