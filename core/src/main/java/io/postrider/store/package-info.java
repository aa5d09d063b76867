/** PostgreSQL: the pool, transactions, migrations and the embedded server. The SQL itself stands in the stores of the nouns. */
@NullMarked
package io.postrider.store;

import org.jspecify.annotations.NullMarked;
