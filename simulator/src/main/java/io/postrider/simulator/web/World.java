package io.postrider.simulator.web;

import io.postrider.simulator.clicks.Readers;
import io.postrider.simulator.scenario.ScenarioPlayer;
import io.postrider.simulator.smsc.Exchange;
import io.postrider.simulator.smsc.Outbinder;
import java.util.function.IntSupplier;

/**
 * All that can be asked and told. Confined to the event loop of the exchange.
 *
 * @param exchange the operator
 * @param readers who open links
 * @param player of scenarios, and keeper of presets
 * @param outbinder who dials clients
 * @param smppPort that SMPP is on
 */
public record World(
        Exchange exchange, Readers readers, ScenarioPlayer player, Outbinder outbinder, IntSupplier smppPort) {}
