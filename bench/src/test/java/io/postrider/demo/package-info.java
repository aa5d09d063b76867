/** Tests of the demo. */
@NullMarked
package io.postrider.demo;

import org.jspecify.annotations.NullMarked;
