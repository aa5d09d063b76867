/**
 * The host of plugins: finds, checks, loads and isolates them, and stands between the server and every call to one.
 * Nothing else of the server knows PF4J.
 */
@NullMarked
package io.postrider.plugin;

import org.jspecify.annotations.NullMarked;
