/**
 * Clients that load an SMPP server, none of them built on what the product talks SMPP with: one of our own that is limited by
 * nothing but its window, and two libraries as they come.
 */
@NullMarked
package io.postrider.load;

import org.jspecify.annotations.NullMarked;
