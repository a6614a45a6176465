/** Guidelines, drafts and templates over HTTP. */
package org.touchstone.platform.guideline.web;
