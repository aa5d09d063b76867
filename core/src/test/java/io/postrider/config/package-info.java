@NullMarked
package io.postrider.config;

import org.jspecify.annotations.NullMarked;
