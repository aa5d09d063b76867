/** The SMPP 3.4 gateway plugin (ESME side). */
@NullMarked
package io.postrider.smpp.gateway;

import org.jspecify.annotations.NullMarked;
