import Testing
import StyleTransfer
