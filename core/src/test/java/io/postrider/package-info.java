/** Tests of the whole server. */
@NullMarked
package io.postrider;

import org.jspecify.annotations.NullMarked;
