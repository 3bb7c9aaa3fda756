/** What is deployed is what the code knows: manifests, rules and runbooks against the modules. */
@NullMarked
package dev.attune.systemtests.operations;

import org.jspecify.annotations.NullMarked;
