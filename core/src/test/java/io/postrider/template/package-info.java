@NullMarked
package io.postrider.template;

import org.jspecify.annotations.NullMarked;
