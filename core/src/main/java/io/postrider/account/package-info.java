/** The noun account: its people, their roles, sessions and API keys. */
@NullMarked
package io.postrider.account;

import org.jspecify.annotations.NullMarked;
