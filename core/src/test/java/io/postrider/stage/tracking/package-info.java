@NullMarked
package io.postrider.stage.tracking;

import org.jspecify.annotations.NullMarked;
