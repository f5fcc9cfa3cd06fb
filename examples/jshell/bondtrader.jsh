import io.bondtrader.core.error.*
