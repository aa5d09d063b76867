/** For whoever runs the server: whether it lives and whether it can work. */
@NullMarked
package io.postrider.ops;

import org.jspecify.annotations.NullMarked;
