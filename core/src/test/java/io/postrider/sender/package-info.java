@NullMarked
package io.postrider.sender;

import org.jspecify.annotations.NullMarked;
