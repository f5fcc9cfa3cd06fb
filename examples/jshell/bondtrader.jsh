import io.bondtrader.core.bond.*
import io.bondtrader.core.error.*
import io.bondtrader.core.pricing.*
import io.bondtrader.core.time.*
import io.bondtrader.core.verify.*
import java.time.*
