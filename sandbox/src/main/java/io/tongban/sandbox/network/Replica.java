package io.tongban.sandbox.network;

import io.tongban.sandbox.process.GuardedProcess;
import java.net.URI;

/**
 * One more process of a service, over the same database.
 *
 * @param address of its interface
 * @param managementAddress where its business clock is set
 */
public record Replica(GuardedProcess process, URI address, URI managementAddress) {}
