package dev.transportadvisor.simulator.control;

import dev.transportadvisor.simulator.delivery.Delivery;
import dev.transportadvisor.simulator.delivery.Payload;
import dev.transportadvisor.simulator.events.Forgery;
import dev.transportadvisor.simulator.install.Departures;
import dev.transportadvisor.simulator.people.People;
import dev.transportadvisor.simulator.slack.Installation;
import dev.transportadvisor.simulator.socket.Connection;
import dev.transportadvisor.simulator.time.Changes;
import dev.transportadvisor.simulator.web.Faults;
import dev.transportadvisor.simulator.web.Journal;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** A local Slack that tests, scripts and the page can look at and steer. */
public interface LocalSlack {

    /** Where the Web API is, ending in {@code /api/}. */
    String apiUrl();

    /**
     * Switches Socket Mode off: from now on, payloads are posted to this URL.
     *
     * @throws IllegalArgumentException if it is no HTTP URL of this machine
     */
    void useEventsApi(URI requestUrl);

    /** Switches Socket Mode on. */
    void useSocketMode();

    /** Where payloads are posted; empty with Socket Mode. */
    Optional<URI> requestUrl();

    /** Where the app is installed while nobody has installed it by OAuth. */
    Installation installation();

    /**
     * Installs the app elsewhere: what is sent from now on is for that installation, as long as nobody has installed it
     * by OAuth.
     */
    void install(Installation where);

    /** Where it is installed by OAuth, and how it is removed. */
    Departures departures();

    /** Sends a payload over the transport in use; an event is retried as Slack does. */
    Delivery deliver(Payload payload);

    /** Sends the payload of an earlier delivery once more, marked as a first retry. */
    Delivery repeat(Delivery earlier);

    /**
     * Posts a payload in a way that the bot must refuse, once.
     *
     * @throws IllegalStateException with Socket Mode, where nothing is signed
     */
    Delivery forge(Payload payload, Forgery forgery);

    /**
     * Posts the last request of an earlier delivery again, byte for byte.
     *
     * @throws IllegalStateException if it did not go over HTTP, or with Socket Mode
     */
    Delivery replay(Delivery earlier);

    /**
     * Checks the request URL, as Slack does when it is saved; acknowledged if the bot answers the challenge.
     *
     * @throws IllegalStateException with Socket Mode
     */
    Delivery challenge();

    /**
     * Checks the certificate of a slash command's URL, as Slack does now and then.
     *
     * @throws IllegalStateException with Socket Mode
     */
    Delivery sslCheck();

    /** Whether events are still sent over HTTP, or Slack has switched them off because nearly all failed. */
    boolean eventsEnabled();

    /** Switches events on again, as the owner of an app does by hand. */
    void enableEvents();

    /** The connections that are not closed, the oldest first. */
    List<Connection> connections();

    /** Every payload so far, the first one first. */
    List<Delivery> deliveries();

    /** @param id as a delivery has it */
    Optional<Delivery> delivery(String id);

    /** Those who talk to the bot. */
    People people();

    /** The numbers of what changes. */
    Changes changes();

    Journal journal();

    Faults faults();
}
