/**
 * The work of sending and nothing else: read by contact, render, insert, release, submit, append what happened, and the
 * receipts. Everything durable, no product around it. A bench compares Postrider with it, so nothing here is Postrider's.
 */
@NullMarked
package io.postrider.prototype;

import org.jspecify.annotations.NullMarked;
