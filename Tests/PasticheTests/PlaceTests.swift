import Testing
import Photographs
