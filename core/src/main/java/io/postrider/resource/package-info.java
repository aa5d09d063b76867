/** What people subscribe to: resources, subscriptions, audiences, and writing profiles with their subscriptions in batches. */
@NullMarked
package io.postrider.resource;

import org.jspecify.annotations.NullMarked;
