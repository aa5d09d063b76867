/** What stages hand each other. PostgreSQL is the truth; an event is a hint that may be lost, doubled or late. */
@NullMarked
package io.postrider.queue;

import org.jspecify.annotations.NullMarked;
