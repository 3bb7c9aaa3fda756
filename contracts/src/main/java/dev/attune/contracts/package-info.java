/**
 * What crosses services: identifiers, event records, topics, keys and their JSON. Plain Java; it
 * decides nothing on behalf of a service.
 */
@NullMarked
package dev.attune.contracts;

import org.jspecify.annotations.NullMarked;
