@NullMarked
package io.postrider.load;

import org.jspecify.annotations.NullMarked;
