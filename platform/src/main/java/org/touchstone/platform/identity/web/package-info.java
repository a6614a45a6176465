/** Sign-in, sessions, tokens and accounts over HTTP. */
package org.touchstone.platform.identity.web;
