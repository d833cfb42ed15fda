package io.tongban.sandbox;

import java.nio.file.Path;

/**
 * What {@code ./tongban demo} was asked for.
 *
 * @param once end after the story instead of staying up
 * @param portBase the first of the ports that the parts listen on
 * @param data where databases, secrets and logs are kept
 */
record DemoOptions(boolean once, int portBase, Path data) {}
