"""The NSE stock analyser: a symbol in; prices, indicators, risk, an honest forecast and words to check."""
