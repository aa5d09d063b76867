/**
 * What a plugin author compiles against: JDK types, records and three provider interfaces. A plugin contributes
 * providers, which are stateless factories found by PF4J; the host opens what they make and calls it.
 *
 * <p>An exception that leaves a plugin's method is a bug of the plugin: the host logs it, keeps running, and reads it as
 * {@link io.postrider.plugin.api.Outcome.Uncertain} where a message was being submitted. The thread's context class
 * loader is the plugin's in every call.
 */
@NullMarked
package io.postrider.plugin.api;

import org.jspecify.annotations.NullMarked;
