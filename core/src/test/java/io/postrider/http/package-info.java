@NullMarked
package io.postrider.http;

import org.jspecify.annotations.NullMarked;
