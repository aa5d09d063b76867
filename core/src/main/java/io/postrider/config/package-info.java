/** Settings: typed records bound to the reference, the user's file and the environment; secrets that do not print. */
@NullMarked
package io.postrider.config;

import org.jspecify.annotations.NullMarked;
