@NullMarked
package io.postrider.mailing;

import org.jspecify.annotations.NullMarked;
