/** The benchmark harness. */
@NullMarked
package io.postrider.bench;

import org.jspecify.annotations.NullMarked;
