/** What SMPP 3.4 asks of an operator, statement by statement, over real sockets. */
@NullMarked
package io.postrider.simulator.conformance;

import org.jspecify.annotations.NullMarked;
