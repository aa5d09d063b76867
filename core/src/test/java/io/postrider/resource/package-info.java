/** Tests of resources, subscriptions and batches. */
@NullMarked
package io.postrider.resource;

import org.jspecify.annotations.NullMarked;
