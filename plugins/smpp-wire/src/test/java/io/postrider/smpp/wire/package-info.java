@NullMarked
package io.postrider.smpp.wire;

import org.jspecify.annotations.NullMarked;
