@NullMarked
package io.postrider.plugin;

import org.jspecify.annotations.NullMarked;
