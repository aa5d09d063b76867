/**
 * SMPP 3.4 over Vert.x sockets: frames, PDUs and collected writes; no rules of either side, no alphabets. A side wraps
 * its socket in an {@link io.postrider.smpp.wire.SmppConnection} and gives it an
 * {@link io.postrider.smpp.wire.SmppHandler}.
 */
@NullMarked
package io.postrider.smpp.wire;

import org.jspecify.annotations.NullMarked;
