@NullMarked
package io.postrider.link;

import org.jspecify.annotations.NullMarked;
