/** What stands outside of the system and talks to it: HTTP, event stream, log, tokens. */
@NullMarked
package dev.attune.systemtests.client;

import org.jspecify.annotations.NullMarked;
