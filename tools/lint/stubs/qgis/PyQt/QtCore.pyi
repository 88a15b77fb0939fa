from typing import Any

def __getattr__(name: str) -> Any: ...

class QObject(object):
    def __init__(self, *args: Any, **kwargs: Any) -> None: ...
    blockSignals: Any
    childEvent: Any
    children: Any
    connectNotify: Any
    customEvent: Any
    deleteLater: Any
    destroyed: Any
    disconnect: Any
    disconnectNotify: Any
    dumpObjectInfo: Any
    dumpObjectTree: Any
    dynamicPropertyNames: Any
    event: Any
    eventFilter: Any
    findChild: Any
    findChildren: Any
    inherits: Any
    installEventFilter: Any
    isSignalConnected: Any
    isWidgetType: Any
    isWindowType: Any
    killTimer: Any
    metaObject: Any
    moveToThread: Any
    objectName: Any
    objectNameChanged: Any
    parent: Any
    property: Any
    pyqtConfigure: Any
    receivers: Any
    removeEventFilter: Any
    sender: Any
    senderSignalIndex: Any
    setObjectName: Any
    setParent: Any
    setProperty: Any
    signalsBlocked: Any
    startTimer: Any
    staticMetaObject: Any
    thread: Any
    timerEvent: Any
    tr: Any
