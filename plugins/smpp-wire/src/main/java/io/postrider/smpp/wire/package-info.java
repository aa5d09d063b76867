/** SMPP 3.4 over Vert.x sockets: frames, PDUs and collected writes; no rules of either side. */
@NullMarked
package io.postrider.smpp.wire;

import org.jspecify.annotations.NullMarked;
