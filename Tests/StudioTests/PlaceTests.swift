import Testing
import Studio
