/** The operator's side of SMPP 3.4: sessions, what is accepted, receipts and who has not acknowledged them yet. */
@NullMarked
package io.postrider.simulator.smsc;

import org.jspecify.annotations.NullMarked;
