@NullMarked
package io.postrider.smpp.gateway;

import org.jspecify.annotations.NullMarked;
