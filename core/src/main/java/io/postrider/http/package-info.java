/** What the HTTP operations of all nouns share: the router, authentication, problems, paging, the event stream. */
@NullMarked
package io.postrider.http;

import org.jspecify.annotations.NullMarked;
