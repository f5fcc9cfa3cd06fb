/** Events of the log in the forms that monitoring systems read: OCSF, ECS, CEF and syslog. */
@NullMarked
package io.bondtrader.compliance.audit.siem;

import org.jspecify.annotations.NullMarked;
