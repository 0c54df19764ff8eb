/* For Wine alone, never shipped: its own library of colour profiles lacks what Qt asks for. */

#define NOTHING(name) \
    __declspec(dllexport) long long name(void) { return 0; }

NOTHING(CloseColorProfile)
NOTHING(GetColorProfileFromHandle)
NOTHING(OpenColorProfileW)
NOTHING(WcsCreateIccProfile)
